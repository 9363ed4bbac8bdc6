package dev.migrator.script;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@link JavaRevision} and defines its place in the graph, with the same data as
 * the header of an SQL revision. Annotated classes under the application's packages (or
 * those of {@code migrator.packages}) are found without being registered as beans.
 *
 * <pre class="code">
 * &#064;RevisionScript(revision = "7f3a9c2e1b04", revises = "ab52a8c0fcb8", message = "seed exercises")
 * class SeedExercises implements JavaRevision {
 *
 *     &#064;Override
 *     public void upgrade(Operations op) {
 *         op.execute("insert into exercises (name) values ('squat')");
 *     }
 *
 *     &#064;Override
 *     public void downgrade(Operations op) {
 *         op.execute("delete from exercises where name = 'squat'");
 *     }
 *
 * }
 * </pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RevisionScript {

	/**
	 * Returns the id of the revision: 12 hex digits for new ones, unique among all
	 * revisions.
	 * @return the id
	 */
	String revision();

	/**
	 * Returns the ids of the revisions that this one follows: none for a base, several
	 * for a merge.
	 * @return the down revisions
	 */
	String[] revises() default {};

	/**
	 * Returns the ids or branch labels of revisions that must be applied before this one
	 * without being followed by it.
	 * @return the dependencies
	 */
	String[] dependsOn() default {};

	/**
	 * Returns the labels of the branch that this revision is on.
	 * @return the labels
	 */
	String[] branchLabels() default {};

	/**
	 * Returns a short description of the revision.
	 * @return the message
	 */
	String message() default "";

	/**
	 * Returns the time when the revision was written, as ISO 8601 date and time with an
	 * offset, such as {@code 2026-01-05T05:30:00Z}.
	 * @return the time, or an empty text if it is unknown
	 */
	String created() default "";

	/**
	 * Returns whether the revision runs in a transaction. Without one, each of its
	 * statements is committed separately, and a failure half-way does not undo the
	 * completed statements.
	 * @return {@code true} unless something in it cannot run in a transaction
	 */
	boolean transactional() default true;

}
