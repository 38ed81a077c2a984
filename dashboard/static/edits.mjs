// Asks now and then whether config/ was edited, and has the page run again when it was.
const EVERY = 2000; // ms

export default function ({data, parentElement, setTriggerValue}) {
  parentElement.shown = data;
  parentElement.timer ??= setInterval(look, EVERY, parentElement, setTriggerValue);
}

async function look(element, setTriggerValue) {
  if (!element.isConnected) return clearInterval(element.timer);
  try {
    const answer = await fetch(new URL('edits', document.baseURI)), version = await answer.text();
    if (answer.ok && version !== element.shown) setTriggerValue('edited', version);
  } catch { // the server is away: Streamlit says so itself, and asks until it is back
  }
}
