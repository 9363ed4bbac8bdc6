package dev.migrator.internal.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.schema.element.Renaming;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the server for a view, a routine, a trigger, a rule or a policy.
 *
 * @param definition the statement that creates it
 * @param compared what is compared of it: whether a materialized view has been filled is
 * not
 * @param replacement the statement that replaces one of the same shape, or {@code null}
 * if PostgreSQL has none
 * @param beside the statements that must follow its creation: indexes, comments
 * @param rights statements that give it its owner and its rights, which are not compared;
 * empty if there are none
 * @param shape what a replacement must not change: the columns of a view, the result and
 * the arguments of a routine. A replacement may only add elements.
 */
public record OpaqueText(String definition, String compared, @Nullable String replacement, List<Beside> beside,
		String rights, List<String> shape) {

	public OpaqueText {
		beside = List.copyOf(beside);
		shape = List.copyOf(shape);
	}

	/**
	 * Returns the statements that create the object as it is.
	 * @return SQL, each statement ended by a semicolon
	 */
	public String create() {
		return Stream.of(Stream.of(this.definition), this.beside.stream().map(Beside::create), Stream.of(this.rights))
			.flatMap((part) -> part)
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining("\n"));
	}

	/**
	 * Returns a copy with the new names of enum values.
	 */
	OpaqueText renamed(Renaming renaming) {
		return new OpaqueText(renaming.enumValues(this.definition), renaming.enumValues(this.compared),
				(this.replacement != null) ? renaming.enumValues(this.replacement) : null,
				this.beside.stream()
					.map((each) -> new Beside(renaming.enumValues(each.create()), renaming.enumValues(each.drop())))
					.toList(),
				this.rights, this.shape);
	}

	OpaqueText withRights(String other) {
		return new OpaqueText(this.definition, this.compared, this.replacement, this.beside, other, this.shape);
	}

	OpaqueText irreplaceable() {
		return new OpaqueText(this.definition, this.compared, null, this.beside, this.rights, this.shape);
	}

	/**
	 * Returns whether it can take the place of another one without a drop.
	 * @param was the other one
	 * @return whether PostgreSQL allows it
	 */
	public boolean replaces(OpaqueText was) {
		return this.compared.equals(was.compared) || (this.replacement != null && was.replacement != null
				&& was.shape.size() <= this.shape.size() && was.shape.equals(this.shape.subList(0, was.shape.size())));
	}

	/**
	 * Returns the statements that turn another one into this one, which it
	 * {@linkplain #replaces can replace}.
	 * @param was the other one
	 * @return SQL, each statement ended by a semicolon
	 */
	public String from(OpaqueText was) {
		List<String> statements = new ArrayList<>();
		was.beside.stream().filter((old) -> !this.beside.contains(old)).map(Beside::drop).forEach(statements::add);
		Collections.reverse(statements);
		if (this.replacement != null && !this.compared.equals(was.compared)) {
			statements.add(this.replacement);
		}
		this.beside.stream()
			.filter((added) -> !was.beside.contains(added))
			.map(Beside::create)
			.forEach(statements::add);
		return String.join("\n", statements);
	}

	/**
	 * Statements for something that an object has: an index, a comment.
	 *
	 * @param create the statements that give it to the object
	 * @param drop the statement that takes it from the object
	 */
	public record Beside(String create, String drop) {
	}

}
