/** A reason not to start that the operator can act on; its message is printed as it is. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}
