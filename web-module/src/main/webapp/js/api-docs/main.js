/** Shows the description of the API and lets people try it; nothing of it leaves this origin. */
import {ROOT} from '../browser/root.js';

const {SwaggerUIBundle} = window;

SwaggerUIBundle({
  ...(ROOT ? {spec: await below()} : {url: '/api/openapi.json'}),
  domNode: document.querySelector('#api'),
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  validatorUrl: null,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
});

/** Below a website the description has to say so, or what is tried goes to the website. */
async function below() {
  const answer = await fetch(`${ROOT}/api/openapi.json`);
  return {...await answer.json(), servers: [{url: ROOT}]};
}
