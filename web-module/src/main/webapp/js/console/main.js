// The page of an account's console: registers its elements.
import './define.js';
import { define } from '../elements/registry.js';
import { EyeConsole } from './eye-console.js';
import { EyePeople } from './eye-people.js';
import { EyeUserForm } from './eye-user-form.js';

define('eye-people', EyePeople);
define('eye-user-form', EyeUserForm);
define('eye-console', EyeConsole);
