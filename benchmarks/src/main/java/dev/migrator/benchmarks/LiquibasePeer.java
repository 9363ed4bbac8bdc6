package dev.migrator.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import liquibase.util.LiquibaseUtil;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Liquibase with a changelog that includes one formatted SQL file for each change.
 */
final class LiquibasePeer implements Peer {

	/** It logs each file, which the other tools do not. */
	private static final Logger logger = Logger.getLogger("liquibase");

	LiquibasePeer() {
		logger.setLevel(Level.WARNING);
	}

	@Override
	public String name() {
		return "Liquibase " + LiquibaseUtil.getBuildVersion();
	}

	@Override
	public void write(Path folder, int changes) throws IOException {
		Files.writeString(folder.resolve("changelog.yaml"), """
				databaseChangeLog:
				  - includeAll:
				      path: changes/
				""");
		Path all = Files.createDirectory(folder.resolve("changes"));
		for (int i = 0; i < changes; i++) {
			Files.writeString(all.resolve("%05d.sql".formatted(i)), """
					--liquibase formatted sql
					--changeset benchmark:%d
					%s""".formatted(i, RevisionFolder.upgrade(i)));
		}
	}

	@Override
	public void migrate(Path folder, PGSimpleDataSource database) throws Exception {
		// Otherwise it prints each change, and reports its use.
		System.setProperty("liquibase.analytics.enabled", "false");
		try (Connection connection = database.getConnection();
				DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder)) {
			Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService(), Scope.Attr.resourceAccessor.name(), files),
					() -> new CommandScope("update")
						.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
								DatabaseFactory.getInstance()
									.findCorrectDatabaseImplementation(new JdbcConnection(connection)))
						.addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog.yaml")
						.addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
						.execute());
		}
	}

}
