package dev.migrator.internal.script;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import dev.migrator.internal.script.text.Checksum;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The source of a revision: an SQL file or a Java class.
 */
public sealed interface Script permits SqlScript, JavaRevisionScript {

	/**
	 * Returns the revision's place in the graph.
	 * @return the revision
	 */
	Revision revision();

	/**
	 * Returns the location of the script: {@code classpath:db/revisions/x.sql},
	 * {@code file:...}, or the name of the class.
	 * @return the location
	 */
	String location();

	/**
	 * Returns the place of the script in the application: a file, or an entry of a jar.
	 * @return its URI, if it is known
	 */
	Optional<URI> place();

	/**
	 * Returns the name of the script in messages, if its place does not matter: the name
	 * of the file without its folders, or that of the class without its package.
	 * @return the name
	 */
	String name();

	/**
	 * Returns the whole message, with all its lines.
	 * @return the message of the revision, and the text below it; may be empty
	 */
	String wholeMessage();

	/**
	 * Returns the time when the revision was written.
	 * @return the time, or {@code null} if the script does not have it
	 */
	@Nullable Instant created();

	/**
	 * Returns whether the revision runs in a transaction.
	 * @return {@code false} if the script has {@code transaction: none}
	 */
	boolean transactional();

	/**
	 * Returns the checksum of the upgrade.
	 * @return the checksum, or {@code null} for a Java revision
	 */
	@Nullable Checksum checksum();

	/**
	 * Returns the operations of one direction.
	 * @param direction upgrade or downgrade
	 * @return the operations
	 * @throws IrreversibleRevisionException if it is a downgrade and the script has none
	 * @throws JavaRevisionException if the Java class cannot be created
	 */
	ScriptBody body(Direction direction);

}
