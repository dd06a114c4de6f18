// Registers the elements that both pages share. Import it once, from a page's main module.
import { EyeAvatar } from './eye-avatar.js';
import { EyeChangePassword } from './eye-change-password.js';
import { EyeDialog } from './eye-dialog.js';
import { EyeIcon } from './eye-icon.js';
import { EyeLogo } from './eye-logo.js';
import { EyeMenu } from './eye-menu.js';
import { EyeToasts } from './eye-toasts.js';
import { EyeOlder } from './eye-older.js';
import { EyeTranscript } from './eye-transcript.js';
import { define } from './registry.js';

define('eye-avatar', EyeAvatar);
define('eye-change-password', EyeChangePassword);
define('eye-dialog', EyeDialog);
define('eye-icon', EyeIcon);
define('eye-logo', EyeLogo);
define('eye-menu', EyeMenu);
define('eye-older', EyeOlder);
define('eye-toasts', EyeToasts);
define('eye-transcript', EyeTranscript);
