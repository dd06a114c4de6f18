// What a tracking library is told, which language a window chooses, which wish is open: pure functions of js/window and js/conversation.
import { eventsOf } from '/js/window/tracking.js';
import { chosenLanguage } from '/js/window/window-settings.js';
import { openWish } from '/js/conversation/call-wish.js';
import { equal } from './expect.js';

const ended = more => eventsOf({state: 'ENDED', ...more});

export const tests = {
  'tells a tracking library each step of a call and one end': () => {
    equal(eventsOf({state: 'INVITED'}), ['OFFERED']);
    equal(eventsOf({state: 'ACTIVE', acceptedMode: 'VOICE_CALL', activeSince: 1}), ['OFFERED', 'ACCEPTED', 'STARTED']);
    equal(ended({cause: 'DECLINED'}), ['OFFERED', 'DECLINED']);
    equal(ended({cause: 'EXPIRED'}), ['OFFERED', 'ENDED']);
    equal(ended({cause: 'HUNG_UP', acceptedMode: 'VIDEO_CALL', activeSince: 1}), ['OFFERED', 'ACCEPTED', 'STARTED', 'ENDED']);
    equal(ended({cause: 'SERVER_SHUTDOWN', acceptedMode: 'VIDEO_CALL', activeSince: 1}), ['OFFERED', 'ACCEPTED', 'STARTED', 'FAILED']);
    equal(ended({cause: 'MEDIA_FAILED', errorId: 'UNABLE_TO_CONNECT', acceptedMode: 'VIDEO_CALL'}), ['OFFERED', 'ACCEPTED', 'FAILED']);
    equal(ended({}), ['OFFERED', 'ENDED'], 'an end that nobody could tell of');
  },

  'takes the first language that is one': () => {
    equal(chosenLanguage(null, 'de-AT'), 'de-AT');
    equal(chosenLanguage('<b>', 'fr'), 'fr');
    equal(['de_AT', 'DE', 'zh-Hant-TW', 'de-u-co-phonebk'].map(wish => chosenLanguage(wish, 'fr')), ['de_AT', 'DE', 'zh-Hant-TW', 'de-u-co-phonebk']);
    equal(chosenLanguage('', undefined), 'en');
    equal(chosenLanguage('de', 'fr'), 'de');
  },

  'a wish is open until an invitation comes': () => {
    const wish = {kind: 'TEXT', sequence: 3, at: 5, callWish: {mode: 'VIDEO_CALL'}};
    const step = {kind: 'TEXT', sequence: 4, at: 6, callStep: {step: 'INVITED'}};
    equal(openWish([{kind: 'TEXT', sequence: 1}, wish, {kind: 'TEXT', sequence: 5}]), {mode: 'VIDEO_CALL', at: 5, sequence: 3});
    equal(openWish([wish, step]), undefined);
    equal(openWish([{...step, sequence: 2}, wish])?.sequence, 3);
    equal(openWish([]), undefined);
  },
};
