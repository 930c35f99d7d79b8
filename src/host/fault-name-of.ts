/** What a plug-in's refusal is called on the wire: for harnesses that read answers. */
export { faultNameOf } from "../apps/wsman/to-fault.js";
