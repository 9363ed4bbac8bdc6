package dev.migrator.internal.command.development;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.internal.autogenerate.baseline.BaselineBody;
import dev.migrator.internal.autogenerate.baseline.SchemaDifferences;
import dev.migrator.internal.autogenerate.baseline.WrittenSchema;
import dev.migrator.internal.command.Database;
import dev.migrator.internal.command.Plans;
import dev.migrator.internal.dialect.address.ServerLogin;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.problem.MigratorException;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ResourceLoader;

/**
 * Tries a baseline before it is written: applied to a scratch database it has to make the
 * schema of the real one, and undone it has to leave nothing.
 */
final class BaselineTrial {

	private static final String SCRIPT = """
			-- baseline
			--
			-- revision: 000000000000

			-- migrator:upgrade
			%s

			-- migrator:downgrade
			%s
			""";

	private final Database database;

	private final ComparisonSettings settings;

	private final Function<RevisionScripts, Plans> plans;

	private final ResourceLoader resourceLoader;

	BaselineTrial(Database database, ComparisonSettings settings, Function<RevisionScripts, Plans> plans,
			ResourceLoader resourceLoader) {
		this.database = database;
		this.settings = settings;
		this.plans = plans;
		this.resourceLoader = resourceLoader;
	}

	/**
	 * Tries it, if there can be a scratch database.
	 * @param wanted the schema of the real database
	 * @param body the sections of the revision
	 * @param login opens other databases of the server, if it is known
	 * @return what was tried, or why it was not, for the user
	 * @throws BaselineRefusedException if the result is not the wanted one
	 */
	String of(WrittenSchema wanted, BaselineBody body, Optional<ServerLogin> login) {
		RevisionScripts scripts = scripts(body);
		try (RevisionsInScratch scratch = RevisionsInScratch.create(this.database, login)) {
			PresentDatabase present = new PresentDatabase(scratch.database(), this.settings);
			Plans planned = this.plans.apply(scripts);
			scratch.upgrade(planned, scripts);
			List<String> different = SchemaDifferences.of(wanted, present.read());
			if (!different.isEmpty()) {
				throw BaselineRefusedException.ofDifferences("the upgrade does not make the schema of this database",
						different);
			}
			scratch.downgrade(planned, scripts);
			List<String> left = present.read().objects();
			if (!left.isEmpty()) {
				throw BaselineRefusedException.ofDifferences("the downgrade leaves objects", left);
			}
			return "Tried in a scratch database: the upgrade makes the schema of this database, and the downgrade "
					+ "drops all of it";
		}
		catch (NoScratchException ex) {
			return "Not tried in a scratch database: " + ex.obstacle();
		}
		catch (BaselineRefusedException ex) {
			throw ex;
		}
		catch (MigratorException ex) {
			throw BaselineRefusedException.ofFailure(ex);
		}
	}

	private RevisionScripts scripts(BaselineBody body) {
		byte[] text = SCRIPT.formatted(body.upgrade(), body.downgrade()).getBytes(StandardCharsets.UTF_8);
		return RevisionScripts.of(
				List.of(new SqlScriptReader(this.resourceLoader).read(new ByteArrayResource(text), "the baseline")),
				List.of(), List.of());
	}

}
