/** Names one registry object in a SetError. */
export type ObjectId = { object: string; id: string };

/** A SetError of one object (RFC 8620 section 5.3, and the registry's own types with their extra fields). */
export class SetFailure extends Error {
  constructor(
    readonly type: string,
    readonly extra: Record<string, unknown> = {},
  ) {
    super(type);
  }

  toJSON(): Record<string, unknown> {
    return { type: this.type, ...this.extra };
  }
}

/** Values that no schema can judge: a weak password, a bad local part. */
export const invalidProperties = (properties: string[], description: string): SetFailure =>
  new SetFailure("invalidProperties", { properties, description });

/** A pointer that leads nowhere, or a property that the server sets. `properties` are pointers. */
export const invalidPatch = (properties: string[], description: string): SetFailure =>
  new SetFailure("invalidPatch", { properties, description });

/** The caller may not do this to this object. */
export const forbidden = (description: string): SetFailure => new SetFailure("forbidden", { description });

/** A reference to an object that does not exist. */
export const invalidForeignKey = (objectId: ObjectId): SetFailure => new SetFailure("invalidForeignKey", { objectId });

/** A name or address that `objectId` has already. */
export const primaryKeyViolation = (properties: string[], objectId: ObjectId): SetFailure =>
  new SetFailure("primaryKeyViolation", { properties, objectId });

/** An object that `linkedObjects` would be left without. */
export const objectIsLinked = (objectId: ObjectId, linkedObjects: ObjectId[]): SetFailure =>
  new SetFailure("objectIsLinked", { objectId, linkedObjects });
