// Starts the program in the language of the page, until the editor chooses another in its settings.
import { init } from "./cms/npm/index.js";

const preferences = "sveltia-cms.prefs";
if (!localStorage.getItem(preferences)) {
  localStorage.setItem(preferences, JSON.stringify({ locale: document.documentElement.lang }));
}
await init();
document.getElementById("waiting").hidden = true;
