/** For small configurations of tests: the declaration of Basic authentication, inside the group `system.webServer`. */
export const basicIsDeclared = '<sectionGroup name="security"><sectionGroup name="authentication"><section name="basicAuthentication"/></sectionGroup></sectionGroup>';

/** And what turns it on, inside `system.webServer`: without it nobody can sign in, which is told. */
export const basicIsOn = '<security><authentication><basicAuthentication enabled="true"/></authentication></security>';
