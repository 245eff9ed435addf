// Answers that take a while: they are asked for one after the other, so that the page can be used meanwhile.
import { el } from "./dom.js";
import { guarded } from "./problems.js";

const waiting = [];
let isRunning = false;

/**
 * What `draw` makes of the answer to a question: at once where the answer is known, else when its turn has come. What
 * is refused is shown in its place.
 */
export function answered(question, options, draw, ui) {
  const holder = el("div", { class: "answered" });
  const fill = () => {
    holder.replaceChildren(...[guarded(() => draw(question(options)), ui)].flat(Infinity).filter(Boolean));
    holder.removeAttribute("aria-busy");
  };
  if (question.knows(options)) fill();
  else {
    holder.setAttribute("aria-busy", "true");
    holder.append(el("p", { class: "quiet" }, ui.words.t("judging")));
    waiting.push({ holder, fill });
    next();
  }
  return holder;
}

/** Answers everything that waits, at once: before the page is printed. */
export function answerAll() {
  for (const { holder, fill } of waiting.splice(0)) if (holder.isConnected) fill();
}

/** The next one once the page is drawn; what is no longer part of the page is passed over. */
function next() {
  if (isRunning || waiting.length === 0) return;
  isRunning = true;
  requestAnimationFrame(() => setTimeout(() => {
    let job = waiting.shift();
    while (job !== undefined && !job.holder.isConnected) job = waiting.shift();
    job?.fill();
    isRunning = false;
    next();
  }));
}
