// The page of the workspace: registers its elements.
import '../elements/define.js';
import '../elements/define-call.js';
import '../check/define.js';
import { consent } from '../elements/consent.js';
import { define } from '../elements/registry.js';
import { EyeAnotherLogIn } from './eye-another-log-in.js';
import { EyeCheckDialog } from './eye-check-dialog.js';
import { EyeComposer } from './eye-composer.js';
import { EyeConversation } from './eye-conversation.js';
import { EyeConversationHead } from './eye-conversation-head.js';
import { EyeConversationList } from './eye-conversation-list.js';
import { EyeDesk } from './eye-desk.js';
import { EyeDeskQuestion } from './eye-desk-question.js';
import { EyeDetails } from './eye-details.js';
import { EyeInviteBar } from './eye-invite-bar.js';
import { EyeKeyHelp } from './eye-key-help.js';
import { EyeRinging } from './eye-ringing.js';
import { EyeSidebar } from './eye-sidebar.js';
import { EyeTranscriptSearch } from './eye-transcript-search.js';
import { EyeUnsent } from './eye-unsent.js';
import { EyeSignIn } from '../elements/eye-sign-in.js';
import { EyeWaitingCard } from './eye-waiting-card.js';
import { EyeWish } from './eye-wish.js';
import { EyeWorkspace } from './eye-workspace.js';

consent(); // whether somebody is here is known from the start

define('eye-another-log-in', EyeAnotherLogIn);
define('eye-check-dialog', EyeCheckDialog);
define('eye-composer', EyeComposer);
define('eye-conversation', EyeConversation);
define('eye-conversation-head', EyeConversationHead);
define('eye-conversation-list', EyeConversationList);
define('eye-desk', EyeDesk);
define('eye-desk-question', EyeDeskQuestion);
define('eye-details', EyeDetails);
define('eye-invite-bar', EyeInviteBar);
define('eye-key-help', EyeKeyHelp);
define('eye-ringing', EyeRinging);
define('eye-sidebar', EyeSidebar);
define('eye-sign-in', EyeSignIn);
define('eye-transcript-search', EyeTranscriptSearch);
define('eye-unsent', EyeUnsent);
define('eye-waiting-card', EyeWaitingCard);
define('eye-wish', EyeWish);
define('eye-workspace', EyeWorkspace);
