package dev.migrator.internal.dialect.text;

import java.util.List;
import java.util.Optional;

import dev.migrator.internal.dialect.lexer.UnreadableSqlException;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.BuiltInType;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements of people and tools that create a sequence.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE
 * SEQUENCE</a>
 */
public final class WrittenSequence {

	private final WrittenWords words;

	private @Nullable DataType type;

	private @Nullable Long start;

	private @Nullable Long increment;

	private @Nullable Long min;

	private @Nullable Long max;

	private @Nullable Long cache;

	private @Nullable Boolean cycle;

	private WrittenSequence(WrittenWords words) {
		this.words = words;
	}

	/**
	 * Reads a sequence.
	 * @param sql one statement
	 * @return the sequence, or empty if the statement does not create one, or has a
	 * clause that is not supported here
	 */
	public static Optional<Sequence> parse(String sql) {
		try {
			return new WrittenSequence(new WrittenWords(sql)).sequence();
		}
		catch (UnreadableSqlException | InvalidDefinitionException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private Optional<Sequence> sequence() {
		if (!this.words.take("CREATE", "SEQUENCE")) {
			return Optional.empty();
		}
		this.words.take("IF", "NOT", "EXISTS");
		ObjectName name = this.words.takeName();
		while (name != null && !this.words.isAtEnd()) {
			if (!takeOption()) {
				return Optional.empty();
			}
		}
		SequenceOptions options = new SequenceOptions(this.start, this.increment, this.min, this.max, this.cache,
				this.cycle);
		return Optional.ofNullable(name).map((said) -> new Sequence(said, this.type, options, null).plain());
	}

	private boolean takeOption() {
		if (this.words.take("START", "WITH") || this.words.take("START")) {
			this.start = this.words.takeNumber();
		}
		else if (this.words.take("INCREMENT", "BY") || this.words.take("INCREMENT")) {
			this.increment = this.words.takeNumber();
		}
		else if (this.words.take("MINVALUE")) {
			this.min = this.words.takeNumber();
		}
		else if (this.words.take("MAXVALUE")) {
			this.max = this.words.takeNumber();
		}
		else if (this.words.take("CACHE")) {
			this.cache = this.words.takeNumber();
		}
		else if (this.words.take("CYCLE")) {
			this.cycle = true;
		}
		else if (this.words.take("AS")) {
			return takeType();
		}
		else {
			return this.words.take("NO", "MINVALUE") || this.words.take("NO", "MAXVALUE")
					|| this.words.take("NO", "CYCLE") || this.words.take("OWNED", "BY", "NONE");
		}
		return true;
	}

	private boolean takeType() {
		DataType found = TypeText.parse(this.words.takeWord());
		this.type = found;
		return found instanceof BuiltInType builtIn
				&& List.of(BuiltIn.SMALLINT, BuiltIn.INTEGER, BuiltIn.BIGINT).contains(builtIn.type());
	}

}
