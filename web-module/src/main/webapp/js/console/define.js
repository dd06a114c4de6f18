// Registers what both consoles share.
import '../elements/define.js';
import { EyeSignIn } from '../elements/eye-sign-in.js';
import { define } from '../elements/registry.js';
import { EyeFrame } from './eye-frame.js';
import { EyePasswordField } from './eye-password-field.js';
import { EyeLeave, EyeLogInAgain } from './eye-questions.js';
import { EyeStale } from './eye-stale.js';

define('eye-frame', EyeFrame);
define('eye-leave', EyeLeave);
define('eye-log-in-again', EyeLogInAgain);
define('eye-password-field', EyePasswordField);
define('eye-sign-in', EyeSignIn);
define('eye-stale', EyeStale);
