/** Reads JSON that an earlier run kept. Anything in it may be missing or of another type. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** The object in a text; null where the text holds none. */
export function jsonObjectIn(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}
