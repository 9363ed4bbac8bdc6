package dev.migrator.directives;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An example of a directive, for the documentation and for the tests.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Example {

	/**
	 * The section of the page.
	 */
	String section();

	/**
	 * What has to be there before it, in SQL.
	 */
	String given() default "";

	/**
	 * Whether it can run in a transaction.
	 */
	boolean transactional() default true;

	/**
	 * The version of PostgreSQL that it needs.
	 */
	int since() default 14;

	/**
	 * Whether the catalog is another one afterwards.
	 */
	boolean changesTheSchema() default true;

	/**
	 * Whether its reverse leaves something as it is.
	 */
	boolean undone() default true;

}
