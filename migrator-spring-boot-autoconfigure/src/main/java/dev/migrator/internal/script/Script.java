package dev.migrator.internal.script;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import dev.migrator.internal.script.text.Checksum;
import dev.migrator.revision.Direction;
import dev.migrator.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What carries a revision: a SQL file or a Java class.
 */
public sealed interface Script permits SqlScript, JavaRevisionScript {

	/**
	 * The revision's place in the graph.
	 * @return the revision
	 */
	Revision revision();

	/**
	 * Where the script is: {@code classpath:db/revisions/x.sql}, {@code file:...}, or the
	 * name of the class.
	 * @return the location
	 */
	String location();

	/**
	 * Where the application has the script: a file, or an entry of a jar.
	 * @return its URI, if it is known
	 */
	Optional<URI> place();

	/**
	 * What a message calls the script where its place does not matter: the name of the
	 * file without its folders, or that of the class without its package.
	 * @return the name
	 */
	String name();

	/**
	 * What the revision does, with all lines of it.
	 * @return the message of the revision, and what is said below it; may be empty
	 */
	String wholeMessage();

	/**
	 * When the revision was written.
	 * @return the time, or {@code null} if the script does not say
	 */
	@Nullable Instant created();

	/**
	 * Whether the revision runs in a transaction.
	 * @return {@code false} if the script says that it does not
	 */
	boolean transactional();

	/**
	 * Checksum of the upgrade.
	 * @return the checksum, or {@code null} for a Java revision
	 */
	@Nullable Checksum checksum();

	/**
	 * What the revision does in one direction.
	 * @param direction upgrade or downgrade
	 * @return the operations
	 * @throws IrreversibleRevisionException if it is a downgrade and there is none
	 * @throws JavaRevisionException if the Java class cannot be created
	 */
	ScriptBody body(Direction direction);

}
