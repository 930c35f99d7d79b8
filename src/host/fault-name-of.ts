/** What a plug-in's refusal and its detail are called on the wire: for harnesses that read answers. */
export { faultDetailOf, faultNameOf } from "../apps/wsman/to-fault.js";
