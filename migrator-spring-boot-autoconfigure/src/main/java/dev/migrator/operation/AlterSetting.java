package dev.migrator.operation;

import java.util.Optional;
import java.util.Set;

import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.source.JavaCode;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Changes a storage setting: whether a table is logged, a storage parameter, the
 * compression of a column.
 *
 * @param setting the setting, with its object
 * @param to its new value, or {@code null} for the default of PostgreSQL
 * @param was the old value
 */
public record AlterSetting(Setting setting, @Nullable String to, Existing<String> was) implements Directive {

	public AlterSetting {
		if (setting.kind() == Setting.Kind.INVALID) {
			throw new InvalidDefinitionException("An index cannot be set invalid or valid: %s.".formatted(setting),
					"Build it again.");
		}
		check(setting, to);
		check(setting, was.value());
	}

	private static void check(Setting setting, @Nullable String value) {
		if (value == null) {
			return;
		}
		Literal.of(value);
		switch (setting.kind()) {
			case LOG -> check(setting, value, value.equals(Setting.UNLOGGED));
			case REPLICA_IDENTITY -> {
				if (!value.equals(Setting.FULL) && !value.equals(Setting.NOTHING)) {
					NameRule.check("index", Setting.usedIndex(value));
				}
			}
			case CLUSTER -> NameRule.check("index", value);
			case STORAGE -> NameRule.check("storage", value);
			case COMPRESSION -> NameRule.check("compression", value);
			case STATISTICS -> check(setting, value, value.matches("\\d{1,5}"));
			case INVALID, PARAMETER -> {
			}
		}
	}

	private static void check(Setting setting, String value, boolean possible) {
		if (!possible) {
			throw new InvalidDefinitionException("The %s cannot be \"%s\".".formatted(setting, value),
					(setting.kind() == Setting.Kind.STATISTICS) ? "Use a number between 0 and 10000."
							: "Use " + Setting.UNLOGGED + ".");
		}
	}

	@Override
	public Effects effects() {
		ObjectId of = this.setting.of();
		if (this.setting.kind() == Setting.Kind.LOG && of.kind() == ObjectId.Kind.TABLE) {
			ObjectId logged = ObjectId.loggedOf(of.objectName());
			return (this.to != null) ? Effects.removing(logged) : Effects.making(logged);
		}
		Set<ObjectId> id = Set.of(this.setting.id());
		if (this.to == null) {
			return new Effects(id, Set.of(), Set.of(), names());
		}
		return new Effects((this.was.value() != null) ? id : Set.of(), id, Set.of(), names());
	}

	/**
	 * Returns the index that the setting names must have this name when it is set. No
	 * other index may have it.
	 */
	private Set<ObjectName> names() {
		ObjectId of = this.setting.of();
		if (of.kind() == ObjectId.Kind.INDEX) {
			return Set.of(of.objectName());
		}
		String index = index();
		return (index != null) ? Set.of(of.objectName().sibling(index)) : Set.of();
	}

	private @Nullable String index() {
		String value = this.to;
		if (value == null) {
			return null;
		}
		return switch (this.setting.kind()) {
			case CLUSTER -> value;
			case REPLICA_IDENTITY ->
				(value.equals(Setting.FULL) || value.equals(Setting.NOTHING)) ? null : Setting.usedIndex(value);
			default -> null;
		};
	}

	@Override
	public Optional<Operation> reverse() {
		return this.was.known() ? Optional.of(new AlterSetting(this.setting, this.was.value(), Existing.known(this.to)))
				: Optional.empty();
	}

	@Override
	public String java(JavaCode java) {
		ObjectId of = this.setting.of();
		return switch (of.kind()) {
			case COLUMN -> java.alterColumn(of.columnName(), link(java), "");
			case INDEX -> java.call("alterIndex", java.text(of.objectName()), java.lambda("index", link(java)));
			case SEQUENCE ->
				java.call("alterSequence", java.text(of.objectName()), java.lambda("sequence", link(java)));
			default -> java.call("alterTable", java.text(of.objectName()), java.lambda("table", link(java)));
		};
	}

	private String link(JavaCode java) {
		String value = this.to;
		return switch (this.setting.kind()) {
			case LOG -> (value != null) ? ".unlogged()" : ".logged()";
			case REPLICA_IDENTITY -> replicaIdentity(java);
			case CLUSTER -> (value != null) ? java.link("clusterOn", value) : ".noCluster()";
			case STORAGE -> (value != null) ? java.link("storage", value) : ".defaultStorage()";
			case COMPRESSION -> (value != null) ? java.link("compression", value) : ".defaultCompression()";
			case STATISTICS -> statistics();
			case INVALID -> throw new IllegalStateException("No operation makes an index invalid");
			case PARAMETER ->
				(value != null) ? ".with(" + java.text(this.setting.name()) + ", " + java.text(value) + ")"
						: java.link("without", this.setting.name());
		};
	}

	private String replicaIdentity(JavaCode java) {
		if (this.to == null) {
			return ".replicaIdentityDefault()";
		}
		return switch (this.to) {
			case Setting.FULL -> ".replicaIdentityFull()";
			case Setting.NOTHING -> ".replicaIdentityNothing()";
			default -> java.link("replicaIdentityUsing", Setting.usedIndex(this.to));
		};
	}

	private String statistics() {
		String column = this.setting.name();
		if (this.to == null) {
			return ".defaultStatistics(" + column + ")";
		}
		return ".statistics(" + (column.isEmpty() ? "" : column + ", ") + this.to + ")";
	}

	@Override
	public String describe() {
		return "%s %s".formatted((this.to != null) ? "set" : "reset", this.setting);
	}

	@Override
	public String toBeReversible() {
		return "Give the old value after the new one: (was) -> was.%s".formatted(switch (this.setting.kind()) {
			case LOG -> (this.to != null) ? "logged()" : "unlogged()";
			case REPLICA_IDENTITY -> "replicaIdentityDefault()";
			case CLUSTER -> "noCluster()";
			case STORAGE -> "storage(...)";
			case COMPRESSION -> "defaultCompression()";
			case STATISTICS -> "defaultStatistics(" + this.setting.name() + ")";
			case INVALID -> throw new IllegalStateException("No operation makes an index invalid");
			case PARAMETER -> "without(\"" + this.setting.name() + "\")";
		});
	}

}
