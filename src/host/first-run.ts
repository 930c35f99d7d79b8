/** The account made when the state directory was new: once in its life. The password is in clear, to be shown now and never again. */
export interface FirstRun {
  readonly user: string;
  readonly password: string;
}
