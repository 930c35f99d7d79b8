import { hresults } from "./hresults.js";
import type { LocationPart } from "./location-part.js";
import type { Report } from "./report.js";
import type { SectionDeclaration } from "./section-declarations.js";
import { placeOf, type Spot } from "./source-file.js";

/** May a section stand at this level? `allowDefinition` and `allowLocation` of its declaration. */
export function checkDefinition(declaration: SectionDeclaration, level: "server" | "application", location: LocationPart | undefined, spot: Spot, report: Report): boolean {
  const { path, allowDefinition, allowLocation } = declaration;
  const related = [{ message: "declared here", place: placeOf(declaration.spot) }];
  if (location !== undefined && !allowLocation) {
    const message = `The section ${path} may not stand inside a <location>.`;
    report.error({ rule: "section-not-allowed-here", message, allowed: 'Its declaration says allowLocation="false".', related, code: hresults.lockViolation }, spot);
    return false;
  }
  const fits = allowDefinition === "Everywhere" || allowDefinition === "MachineToApplication" ||
    (allowDefinition === "AppHostOnly" && level === "server" && (location?.segments.length ?? 0) === 0);
  if (fits) return true;
  const where = allowDefinition === "AppHostOnly" ? "in applicationHost.config, for the whole server" : "in machine.config, which this host does not have";
  const finding = { rule: "section-not-allowed-here", message: `This configuration section cannot be used at this path: ${path} is not for this level.`, allowed: `Allowed only ${where} (allowDefinition="${allowDefinition}").` };
  report.error({ ...finding, related, code: hresults.lockViolation }, spot);
  return false;
}
