import type { Step } from "./step.js";

/** Each selector names one key once; names compare without case (DSP0226 5.4.2). */
export const checkSelectors: Step = ({ request: { selectors } }) => {
  if (selectors.length < 2) return undefined;
  const seen = new Set<string>();
  for (const { name } of selectors) {
    const key = name.toLowerCase();
    if (seen.has(key)) return { name: "invalidSelectors", detail: "DuplicateSelectors", message: `The selector ${name} is there twice; send each once.` };
    seen.add(key);
  }
  return undefined;
};
