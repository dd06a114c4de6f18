/** Shows the description of the API and lets people try it; nothing of it leaves this origin. */
const {SwaggerUIBundle} = window;

SwaggerUIBundle({
  url: '/api/openapi.json',
  domNode: document.querySelector('#api'),
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  validatorUrl: null,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
});
