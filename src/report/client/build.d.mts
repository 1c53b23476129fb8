/** Bundles the report's browser program into one text with no imports. */
export declare function bundleClient(): Promise<string>;
