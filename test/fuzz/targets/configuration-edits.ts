import assert from "node:assert/strict";
import { basename, join } from "node:path";
import { ConfigurationSurvey } from "../../../src/configuration/editing/configuration-survey.js";
import { textOf } from "../../../src/configuration/editing/find-target.js";
import { planChanges } from "../../../src/configuration/editing/plan-changes.js";
import type { Commit, SectionChange } from "../../../src/configuration/editing/section-change.js";
import type { FileAccess } from "../../../src/configuration/file-access.js";
import { schemaDirectory } from "../../support/golden-configuration.js";
import { projectRoot } from "../../support/project-root.js";
import { checkReads, checkTouched, countIn, difference, emptyAsOne, inverseOf, textOfBytes } from "../check-edit.js";
import type { FuzzTarget } from "../fuzz-target.js";
import { placesOf, randomChange, type Place } from "../random-change.js";
import { filesOf, shippedConfigurations, spellings, withFiles } from "../shipped-configurations.js";

const load = { schemaDirectory, environment: { WSMANOR_PLUGINS: join(projectRoot, "plugins") } };

/** One edit, as the JSON of an input. */
interface Edit {
  readonly spelling: string;
  readonly folder: string;
  readonly target: string;
  readonly commit: Commit;
  readonly change: SectionChange;
}

interface Spelt {
  readonly path: string;
  readonly access: FileAccess;
  readonly survey: ConfigurationSurvey;
  readonly targets: readonly string[];
  readonly places: Map<string, readonly Place[]>;
}

/** A shipped configuration in one of the spellings. */
function openSpelt(folder: string, spelling: string): Spelt {
  const files = filesOf(folder, spellings[spelling]!);
  const access = withFiles(files);
  const path = files.has(join(folder, "applicationHost.config")) ? folder : join(folder, "web.config");
  const survey = ConfigurationSurvey.open(path, access, load)!;
  return { path, access, survey, targets: survey.sites.flatMap((site) => site.applications.map((application) => textOf({ site, application }))), places: new Map() };
}

export const configurationEdits: FuzzTarget<string> = {
  name: "configuration-edits",
  promise: "Of a configuration file only what is meant is touched, what was written is read, and what is undone leaves the same octets.",
  cases: 150,
  least: { read: 0.3, refused: 0 },
  open: () => {
    const opened = new Map<string, Spelt>();
    const spelt = (folder: string, spelling: string): Spelt => {
      const key = `${folder}\n${spelling}`;
      const found = opened.get(key) ?? openSpelt(folder, spelling);
      opened.set(key, found);
      return found;
    };
    let made = 0;
    let undone = 0;
    return {
      make: (random) => {
        const folder = random.pick(shippedConfigurations);
        const spelling = random.pick(Object.keys(spellings));
        const { survey, targets, places } = spelt(folder, spelling);
        const target = random.pick(targets);
        if (!places.has(target)) places.set(target, placesOf(survey, target));
        const commit = random.pick<Commit>(["auto", "auto", "own", "app", "apphost"]);
        return JSON.stringify({ spelling, folder: basename(folder), target, commit, change: randomChange(random, places.get(target)!) } satisfies Edit);
      },
      check: (input) => {
        const { spelling, folder: name, target, commit, change } = JSON.parse(input) as Edit;
        const { path, access, survey } = spelt(shippedConfigurations.find((folder) => basename(folder) === name)!, spelling);
        const planned = planChanges([change], { path, files: access, load, target, commit });
        if (!planned.ok) return false;
        made++;
        assert.ok(planned.value.files.length <= 1);
        const [file] = planned.value.files;
        if (file === undefined) return true;
        if (file.before !== undefined) checkTouched(change, textOfBytes(file.before), textOfBytes(file.after));
        const after = ConfigurationSurvey.open(path, planned.value.access, load)!;
        // Moving a key away, or what is closed here, is the host's to refuse; then there is nothing to read.
        const isKey = change.kind === "set" && change.path.length > 0;
        const isClosed = commit === "app" || (commit === "auto" && file.path.endsWith("web.config"));
        if (!isKey && !isClosed) checkReads(change, after, target);
        const inverse = commit === "auto" ? inverseOf(change, survey, target) : undefined;
        if (inverse === undefined) return true;
        const back = planChanges([inverse], { path, files: planned.value.access, load, target, commit });
        const restored = back.ok ? back.value.access.readBytes(file.path) : undefined;
        if (restored === undefined || file.before === undefined || countIn(file.before) !== countIn(restored.ok ? restored.value : file.before)) return true;
        undone++;
        assert.ok(restored.ok);
        const [was, is] = [textOfBytes(file.before), textOfBytes(restored.value)];
        assert.ok(emptyAsOne(is) === emptyAsOne(was), `${file.path}\n${JSON.stringify(difference(was, is))}`);
        return true;
      },
      close: () => assert.ok(made < 50 || undone > made / 20, `${made} edits were made and ${undone} undone`),
    };
  },
};
