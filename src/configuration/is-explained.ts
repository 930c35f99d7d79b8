import type { Report } from "./report.js";

/** Mistakes that make a section, and with it what is configured in it, disappear. */
const hiding = new Set([
  "configuration-root", "configuration-not-well-formed", "unknown-section", "unknown-element", "unknown-environment-variable", "config-source", "encrypted-section",
  "section-locked", "section-not-declared", "section-without-schema", "section-not-allowed-here", "physical-path", "unknown-configuration-path", "unknown-attribute",
  "no-physical-path", "configuration-unreadable", "configuration-access-denied",
]);

/** Has something been told that explains why a setting is not there? That it is missing would then only send people astray. */
export const isExplained = (report: Report): boolean => report.errors.some(({ rule }) => hiding.has(rule));
