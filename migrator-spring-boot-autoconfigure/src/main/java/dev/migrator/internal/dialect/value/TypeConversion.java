package dev.migrator.internal.dialect.value;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import dev.migrator.internal.dialect.ddl.TypeSql;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.BuiltInType;
import org.jspecify.annotations.Nullable;

import static dev.migrator.schema.BuiltIn.CIDR;
import static dev.migrator.schema.BuiltIn.INET;
import static dev.migrator.schema.BuiltIn.INTERVAL;
import static dev.migrator.schema.BuiltIn.JSON;
import static dev.migrator.schema.BuiltIn.NUMERIC;
import static dev.migrator.schema.BuiltIn.TEXT;
import static dev.migrator.schema.BuiltIn.TIME;
import static dev.migrator.schema.BuiltIn.TIMESTAMP;
import static dev.migrator.schema.BuiltIn.TIMESTAMPTZ;
import static dev.migrator.schema.BuiltIn.TIMETZ;
import static dev.migrator.schema.BuiltIn.VARBIT;
import static dev.migrator.schema.BuiltIn.VARCHAR;

/**
 * The conversion of the values of a column to another type.
 *
 * @param from the current type
 * @param to the new type
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">pg_cast</a>
 */
public record TypeConversion(DataType from, DataType to) {

	private static final Set<BuiltIn> TIMES = EnumSet.of(TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL);

	/**
	 * Writes a type as SQL.
	 * @param type the type
	 * @return the text: {@code varchar(50)}
	 */
	public static String write(DataType type) {
		return TypeSql.of(type);
	}

	/**
	 * Returns whether nothing has to be converted: times have six digits of a second by
	 * default.
	 * @return whether both are the same type
	 */
	public boolean isNone() {
		if (this.from instanceof ArrayType one && this.to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).isNone();
		}
		return this.from.equals(this.to) || (this.from instanceof BuiltInType one
				&& this.to instanceof BuiltInType other && one.type() == other.type() && TIMES.contains(one.type())
				&& one.fields() == other.fields() && seconds(one) == seconds(other));
	}

	/**
	 * Returns whether only a length, a precision or similar differs.
	 * @return whether the type itself stays the same
	 */
	public boolean isOfModifiers() {
		if (this.from instanceof ArrayType one && this.to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).isOfModifiers();
		}
		return this.from.equals(this.to) || (this.from instanceof BuiltInType one
				&& this.to instanceof BuiltInType other && one.type() == other.type());
	}

	/**
	 * Returns whether both are texts. All that accepts the one also accepts the other.
	 * @return whether they are
	 */
	public boolean isOfTexts() {
		return isText(this.from) && isText(this.to);
	}

	/**
	 * Returns whether both are integers, which operators accept alike.
	 * @return whether they are
	 */
	public boolean isOfIntegers() {
		return this.from instanceof BuiltInType one && this.to instanceof BuiltInType other
				&& BuiltInCasts.INTEGERS.contains(one.type()) && BuiltInCasts.INTEGERS.contains(other.type());
	}

	/**
	 * Returns the expression for {@code USING}, for a conversion that PostgreSQL does not
	 * make by itself.
	 * @param column the name of the column
	 * @return the SQL of the new value, or {@code null} if an assignment converts it
	 */
	public @Nullable String using(String column) {
		if (isOfModifiers() || isAssigned(this.from, this.to)) {
			return null;
		}
		String name = NameSql.of(column);
		String target = TypeSql.of(this.to);
		if (isOpen()) {
			return name + "::" + target;
		}
		if (toJson()) {
			return "to_%s(%s)".formatted(target, name);
		}
		if (this.from instanceof BuiltInType one && this.to instanceof BuiltInType other
				&& BuiltInCasts.isExplicit(one.type(), other.type())) {
			return name + "::" + target;
		}
		boolean arrays = this.from instanceof ArrayType && this.to instanceof ArrayType;
		return name + "::text" + (arrays ? "[]" : "") + "::" + target;
	}

	/**
	 * Returns whether only the author knows the new values: PostgreSQL has no cast, or
	 * its cast differs from the conversion by way of text.
	 */
	boolean isOpen() {
		if (this.from instanceof ArrayType one && this.to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).isOpen();
		}
		if (toJson()) {
			return false;
		}
		if (this.from instanceof ArrayType || this.to instanceof ArrayType) {
			return this.to instanceof ArrayType ? !isText(this.from) : !isText(this.to);
		}
		return this.from instanceof BuiltInType one && this.to instanceof BuiltInType other
				&& one.type() != other.type() && BuiltInCasts.isOpen(one.type(), other.type());
	}

	/**
	 * Returns whether a value that is not text, and so not JSON, becomes JSON.
	 */
	private boolean toJson() {
		return this.to instanceof BuiltInType other && BuiltInCasts.JSONS.contains(other.type()) && !isText(this.from)
				&& !(this.from instanceof BuiltInType one && BuiltInCasts.JSONS.contains(one.type()));
	}

	private static boolean isText(DataType type) {
		return type instanceof BuiltInType builtIn && BuiltInCasts.TEXTS.contains(builtIn.type());
	}

	private static boolean isAssigned(DataType from, DataType to) {
		if (from instanceof ArrayType one && to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).isOfModifiers()
					|| isAssigned(one.element(), other.element());
		}
		if (!(to instanceof BuiltInType other)) {
			return false;
		}
		return BuiltInCasts.TEXTS.contains(other.type())
				|| (from instanceof BuiltInType one && BuiltInCasts.isAssigned(one.type(), other.type()));
	}

	/**
	 * Returns whether values may be rounded or cut off without an error.
	 * @return whether they may
	 */
	public boolean mayRound() {
		if (this.from instanceof ArrayType one && this.to instanceof ArrayType other) {
			return new TypeConversion(one.element(), other.element()).mayRound();
		}
		if (!(this.from instanceof BuiltInType one) || !(this.to instanceof BuiltInType other)) {
			return false;
		}
		if (one.type() != other.type()) {
			boolean scaled = BuiltInCasts.INTEGERS.contains(other.type()) && one.type() == NUMERIC
					&& one.modifiers().size() == 2 && one.modifiers().get(1) == 0;
			return !scaled && BuiltInCasts.isRounded(one.type(), other.type());
		}
		return switch (one.type()) {
			case NUMERIC -> scale(other) < scale(one);
			case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ -> seconds(other) < seconds(one);
			case INTERVAL ->
				seconds(other) < seconds(one) || (other.fields() != null && other.fields() != one.fields());
			default -> false;
		};
	}

	/**
	 * Returns whether all rows are rewritten, and not only the definition changes.
	 * @return whether they are, or may be
	 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER
	 * TABLE</a>
	 */
	public boolean rewrites() {
		if (this.from.equals(this.to)) {
			return false;
		}
		if (!(this.from instanceof BuiltInType one) || !(this.to instanceof BuiltInType other)) {
			return true;
		}
		if (one.type() != other.type()) {
			boolean same = (one.type() == VARCHAR && other.type() == TEXT)
					|| (one.type() == TEXT && other.type() == VARCHAR && other.modifiers().isEmpty())
					|| (one.type() == CIDR && other.type() == INET);
			return !same;
		}
		return switch (one.type()) {
			case VARCHAR, VARBIT -> length(other) < length(one);
			case NUMERIC -> !other.modifiers().isEmpty() && (scale(other) != scale(one) || length(other) < length(one));
			case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ -> seconds(other) < seconds(one);
			default -> true;
		};
	}

	static int length(BuiltInType type) {
		return type.modifiers().isEmpty() ? Integer.MAX_VALUE : type.modifiers().get(0);
	}

	private static int scale(BuiltInType type) {
		return type.modifiers().isEmpty() ? Integer.MAX_VALUE
				: (type.modifiers().size() == 1) ? 0 : type.modifiers().get(1);
	}

	private static int seconds(BuiltInType type) {
		return type.modifiers().isEmpty() ? 6 : type.modifiers().get(0);
	}

	/**
	 * Describes the change: {@code from VARCHAR(20) to VARCHAR(50)}.
	 */
	@Override
	public String toString() {
		return "from %s to %s".formatted(TypeSql.of(this.from).toUpperCase(Locale.ROOT),
				TypeSql.of(this.to).toUpperCase(Locale.ROOT));
	}

}
