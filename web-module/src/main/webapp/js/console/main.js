// The page of an account's console: registers its elements.
import './define.js';
import { define } from '../elements/registry.js';
import { EyeConsole } from './eye-console.js';
import { EyePeople } from './eye-people.js';
import { EyeProfileForm } from './eye-profile-form.js';
import { EyeProfiles } from './eye-profiles.js';
import { EyeSkillForm } from './eye-skill-form.js';
import { EyeSkills } from './eye-skills.js';
import { EyeUserForm } from './eye-user-form.js';

define('eye-people', EyePeople);
define('eye-profile-form', EyeProfileForm);
define('eye-profiles', EyeProfiles);
define('eye-skill-form', EyeSkillForm);
define('eye-skills', EyeSkills);
define('eye-user-form', EyeUserForm);
define('eye-console', EyeConsole);
