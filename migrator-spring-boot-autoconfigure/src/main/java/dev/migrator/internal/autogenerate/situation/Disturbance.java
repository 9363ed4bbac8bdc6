package dev.migrator.internal.autogenerate.situation;

/**
 * A change of an object that the objects that need it may not survive. If several happen
 * to one object, the first of this list counts: a dropped object is not changed any more.
 */
public enum Disturbance {

	/** It is dropped, permanently, or to be created again. */
	DROPPED,
	/** A column gets another type. */
	RETYPED,
	/** A type is created again, and takes over the columns of the old one. */
	REBUILT,
	/**
	 * A column gets another length or collation, which most objects that need it follow.
	 */
	RESIZED

}
