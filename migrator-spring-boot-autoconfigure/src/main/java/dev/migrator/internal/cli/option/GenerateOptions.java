package dev.migrator.internal.cli.option;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.autogenerate.Rename;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of a command that generates a revision.
 */
public final class GenerateOptions {

	@Option(names = "--rename", paramLabel = "OLD=NEW", converter = RenameConverter.class,
			description = "A table, column or value with another name in the model: table=table, "
					+ "table.column=table.column, enum.VALUE=VALUE. Repeatable.")
	public List<Rename> renames = new ArrayList<>();

	@Option(names = "--allow-empty", description = "Write a revision even if there are no differences.")
	public boolean allowEmpty;

	@Option(names = "--online",
			description = "For large tables: write changes that would lock them for long to a second revision, "
					+ "without a transaction.")
	public boolean online;

	@Mixin
	public final FromOption from = new FromOption();

	@Mixin
	public final UncomparedOptions uncompared = new UncomparedOptions();

	public boolean isSet() {
		return this.allowEmpty || this.online || this.uncompared.verbose || this.from.isSet()
				|| !this.renames.isEmpty();
	}

}
