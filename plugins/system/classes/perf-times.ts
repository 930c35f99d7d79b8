import type { PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { fileTime } from "../sources/file-time.js";

/** Units a second of every clock that raw counters have here: 100 ns. */
export const frequency = 10_000_000;
/** The same in a millisecond, in which the kernel counts. */
export const perMillisecond = 10_000;

/** The clocks of a performance class. Formatted ones have none: their figures are ready. */
export const formattedTimes: Readonly<Record<string, PropertyRow<unknown>>> = {
  Frequency_Object: ["uint64", 0], Frequency_PerfTime: ["uint64", 0], Frequency_Sys100NS: ["uint64", 0],
  Timestamp_Object: ["uint64", 0], Timestamp_PerfTime: ["uint64", 0], Timestamp_Sys100NS: ["uint64", 0],
};

/** All clocks are the same one, so that figures of one answer belong together. */
export const perfNow = ({ facts }: { readonly facts: Facts }): bigint => fileTime(facts.cpuSample.at);

export const rawTimes: Readonly<Record<string, PropertyRow<{ readonly facts: Facts }>>> = {
  Frequency_Object: ["uint64", frequency], Frequency_PerfTime: ["uint64", frequency], Frequency_Sys100NS: ["uint64", frequency],
  Timestamp_Object: ["uint64", perfNow], Timestamp_PerfTime: ["uint64", perfNow], Timestamp_Sys100NS: ["uint64", perfNow],
};

/** What every statistic has; nobody describes these. */
export const undescribed: Readonly<Record<string, PropertyRow<unknown>>> = { Caption: ["string"], Description: ["string"] };

/** A counter of 32 bits begins anew at 0, as Windows' do; those of Linux have 64. */
export const low32 = (value: number | undefined): number | null => (value === undefined ? null : value % 2 ** 32);
