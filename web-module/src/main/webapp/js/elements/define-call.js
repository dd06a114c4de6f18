// Registers the elements of a call. Import it once, from a page's main module.
import { EyeCallBar } from './eye-call-bar.js';
import { EyeCallQuality } from './eye-call-quality.js';
import { EyeCallStage } from './eye-call-stage.js';
import { EyeCallStatus } from './eye-call-status.js';
import { EyeCameraQuestion } from './eye-camera-question.js';
import { EyeOwnPicture } from './eye-own-picture.js';
import { EyePictureTools } from './eye-picture-tools.js';
import { define } from './registry.js';

define('eye-call-bar', EyeCallBar);
define('eye-call-quality', EyeCallQuality);
define('eye-call-stage', EyeCallStage);
define('eye-call-status', EyeCallStatus);
define('eye-camera-question', EyeCameraQuestion);
define('eye-own-picture', EyeOwnPicture);
define('eye-picture-tools', EyePictureTools);
