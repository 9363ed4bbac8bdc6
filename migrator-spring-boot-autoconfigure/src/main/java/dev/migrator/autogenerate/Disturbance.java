package dev.migrator.autogenerate;

/**
 * What happens to an object that others need.
 */
enum Disturbance {

	/** It is dropped, for good or to come back. */
	DROPPED,
	/** A column gets another type. */
	RETYPED,
	/** A type is made anew, and its columns are taken over to the new one. */
	REBUILT

}
