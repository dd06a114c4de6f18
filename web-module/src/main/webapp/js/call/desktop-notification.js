/** A notification of the desktop while nobody looks at the page, where the person has allowed it. */

const possible = () => typeof Notification === 'function';

/** Whether the browser could still be asked. */
export const canAskForNotifications = () => possible() && Notification.permission === 'default';

/** To be called from a click; a browser that will not even ask says no. @returns {Promise<boolean>} */
export const askForNotifications = async () => {
  try { return possible() && await Notification.requestPermission() === 'granted'; } catch { return false; }
};

/**
 * @param {{title: string, body: string, tag: string}} text `tag`: one with the same tag is replaced
 * @returns {() => void} takes it away again
 */
export const notifyDesktop = ({title, body, tag}) => {
  if (!possible() || Notification.permission !== 'granted' || document.hasFocus()) return () => {};
  const shown = shownNotification(title, {body, tag});
  return () => shown?.close();
};

/** Some phones have the constructor only to throw from it. */
const shownNotification = (title, options) => {
  try {
    const shown = new Notification(title, options);
    shown.onclick = () => { window.focus(); shown.close(); };
    return shown;
  } catch { return undefined; }
};
