/** Which lines the canvas draws beside the crossing ones. */
export interface Shown {
  readonly sameZone: boolean;
  readonly local: boolean;
  readonly waived: boolean;
  readonly offers: boolean;
}
