// Registers the elements of the check before a call. Import it once, from a page's main module.
import { define } from '../elements/registry.js';
import { EyeCheck } from './eye-check.js';
import { EyeCheckDevices } from './eye-check-devices.js';

define('eye-check', EyeCheck);
define('eye-check-devices', EyeCheckDevices);
