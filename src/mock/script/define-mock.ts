import type { MockScript } from "./mock-script.js";

/** For a TypeScript file: `export default defineMock({ … })`. Gives back what it is given, with its types checked. */
export const defineMock = (script: MockScript): MockScript => script;
