/** A life as a table of all its arrows: by state, then by event, the state that follows. */
export type Life<State extends string, Event extends string> = Readonly<Record<State, Readonly<Partial<Record<Event, State>>>>>;

/** The state after `event`, `undefined` when the table has no such arrow. */
export const nextState = <State extends string, Event extends string>(life: Life<State, Event>, state: State, event: Event): State | undefined => life[state][event];
