package dev.migrator.internal.command.development;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.KeptObject;
import dev.migrator.autogenerate.ModelDifferences;
import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.RenameCandidate;
import dev.migrator.autogenerate.TargetServer;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.execution.HalfWay;
import dev.migrator.execution.TransactionMode;
import dev.migrator.internal.autogenerate.comparison.KeptObjectsReport;
import dev.migrator.internal.command.AppliedScriptCheck;
import dev.migrator.internal.command.Database;
import dev.migrator.internal.command.DatabaseSession;
import dev.migrator.internal.command.NoRevisions;
import dev.migrator.internal.command.SeveralHeads;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.normalform.DefinitionRefusedException;
import dev.migrator.internal.dialect.surroundings.InterruptedStatements;
import dev.migrator.internal.dialect.surroundings.InvalidIndex;
import dev.migrator.internal.execution.state.DatabaseState;
import dev.migrator.internal.execution.state.LastEntry;
import dev.migrator.internal.execution.statement.ScriptCheck;
import dev.migrator.internal.execution.statement.UnnamedBuilds;
import dev.migrator.internal.execution.watch.StoppableWork;
import dev.migrator.internal.problem.Printable;
import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.project.SourceState;
import dev.migrator.internal.script.text.ScriptProblem;
import dev.migrator.problem.MigratorException;
import dev.migrator.result.ChangedScript;
import dev.migrator.result.ChangedScriptException;
import dev.migrator.result.CheckResult;
import dev.migrator.result.Finding.Kind;
import dev.migrator.result.Finding;
import dev.migrator.result.PendingRevisionsException;
import dev.migrator.result.UnknownVersionRowException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that would stop a migration, or would be a problem later.
 */
public final class RevisionCheck {

	private final Supplier<RevisionScripts> scripts;

	private final Database database;

	private final SeveralHeads severalHeads;

	private final Supplier<SourceState> sources;

	private final NoRevisions noRevisions;

	private final List<Finding> findings = new ArrayList<>();

	/** The INVALID indexes that were found. */
	private final Set<ObjectName> invalid = new HashSet<>();

	/**
	 * Creates a check, which is used once.
	 */
	public RevisionCheck(Supplier<RevisionScripts> scripts, Database database, SeveralHeads severalHeads,
			Supplier<SourceState> sources, NoRevisions noRevisions) {
		this.scripts = scripts;
		this.database = database;
		this.severalHeads = severalHeads;
		this.sources = sources;
		this.noRevisions = noRevisions;
	}

	/**
	 * Checks the scripts, and their state in the database.
	 */
	public List<Finding> withDatabase() {
		if (readable() != null) {
			try (DatabaseSession session = this.database.open(); StoppableWork work = session.stoppable()) {
				withDatabase(session.connection(), session.state(work));
			}
		}
		return List.copyOf(this.findings);
	}

	private boolean withDatabase(ServerConnection connection, DatabaseState state) {
		halfWay(state, this.scripts.get().graph());
		boolean known = known(state, this.scripts.get());
		scripts(this.scripts.get());
		indexes(new InterruptedStatements(connection));
		if (known) {
			database(state, this.scripts.get());
		}
		return known;
	}

	/**
	 * Checks everything, including the model if there is one.
	 */
	public CheckResult withModel(Autogeneration generating) {
		TargetServer server = (readable() != null) ? serverUpToDate(generating) : null;
		ModelDifferences model = (server != null) ? model("The database differs from the model:",
				() -> withoutInvalid(generating.compare(server, List.of()), server)) : null;
		return new CheckResult(this.findings, model);
	}

	/**
	 * Checks the scripts, and compares the model with what the revisions make of an empty
	 * database.
	 */
	public CheckResult fromScratch(Autogeneration generating) {
		if (readable() == null) {
			return new CheckResult(this.findings, null);
		}
		scripts(this.scripts.get());
		return generating.with(ComparedWith.SCRATCH, (scratch) -> {
			ModelDifferences model = model("What the revisions make of an empty database differs from the model:",
					() -> scratch.compare(List.of()));
			return new CheckResult(this.findings, model);
		});
	}

	/**
	 * Returns the server, if its database can be compared with the model.
	 */
	private @Nullable TargetServer serverUpToDate(Autogeneration generating) {
		try (DatabaseSession session = this.database.open(); StoppableWork work = session.stoppable()) {
			DatabaseState state = session.state(work);
			boolean known = withDatabase(session.connection(), state);
			return (known && generating.possible() && !generating.halfUndone(state)
					&& upToDate(generating.pending(state), state)) ? session.server() : null;
		}
	}

	private boolean upToDate(List<String> pending, DatabaseState state) {
		if (!pending.isEmpty()) {
			add(Kind.NOT_UP_TO_DATE, pending, PendingRevisionsException.beforeComparing(state.rows(), pending));
		}
		return pending.isEmpty();
	}

	private @Nullable ModelDifferences model(String title, Supplier<ModelDifferences> comparison) {
		try {
			ModelDifferences found = comparison.get();
			if (!found.differences().isEmpty()) {
				ProposedChanges differences = found.differences();
				Stream<String> lines = Stream
					.of(differences.described().stream(),
							differences.losses().stream().map((loss) -> "Destructive: " + loss),
							differences.renameCandidates().stream().map(RenameCandidate::toString))
					.flatMap((some) -> some);
				add(Kind.MODEL_DIFFERS, List.of(),
						title + "\n" + lines.map(Printable::line).collect(Collectors.joining("\n")),
						howToGenerate(differences));
			}
			if (!found.kept().isEmpty()) {
				KeptObjectsReport kept = new KeptObjectsReport(found.kept());
				add(Kind.STRICTER_THAN_MODEL, List.of(), kept.description(), kept.action());
			}
			return found;
		}
		catch (UnreadableModelException | DefinitionRefusedException | InvalidDefinitionException ex) {
			add(Kind.INVALID_MODEL, List.of(), ex);
			return null;
		}
	}

	/**
	 * Removes from the kept objects those that are INVALID and are to be dropped.
	 */
	private ModelDifferences withoutInvalid(ModelDifferences found, TargetServer server) {
		List<KeptObject> kept = found.kept()
			.stream()
			.filter((object) -> !this.invalid.contains(relation(object, server)))
			.toList();
		return found.keeping(kept);
	}

	private static ObjectName relation(KeptObject object, TargetServer server) {
		String schema = object.table().schema();
		return new ObjectName((schema != null) ? schema : server.defaultSchema(), object.id().name());
	}

	private String howToGenerate(ProposedChanges differences) {
		if (!this.sources.get().notBuilt().isEmpty()) {
			return "The sources have revisions that the application was not built with: build it, upgrade the database, "
					+ "and run this again.";
		}
		return "Generate a revision: migrator revision --autogenerate -m \"...\""
				+ differences.howToKeep().map((line) -> "\n" + Printable.text(line)).orElse("");
	}

	/**
	 * Checks the scripts only.
	 */
	public List<Finding> scriptsAlone() {
		RevisionScripts readable = readable();
		if (readable != null) {
			scripts(readable);
		}
		return List.copyOf(this.findings);
	}

	private @Nullable RevisionScripts readable() {
		try {
			RevisionScripts readable = this.scripts.get();
			this.noRevisions.warn();
			return readable;
		}
		catch (MigratorException ex) {
			add(Kind.INVALID_SCRIPTS, List.of(), ex);
			return null;
		}
	}

	private void scripts(RevisionScripts scripts) {
		TransactionMode mode = this.database.settings().transaction();
		List<String> heads = scripts.graph().heads();
		if (this.severalHeads.in(scripts.graph())) {
			add(Kind.SEVERAL_HEADS, heads, SeveralHeads.description(heads), this.severalHeads.action(heads));
		}
		for (Script script : scripts.scripts().values()) {
			try {
				ScriptCheck.of(script, mode).forEach((problem) -> add(script, problem));
			}
			catch (MigratorException ex) {
				add(Kind.REFUSED_SCRIPT, List.of(script.revision().id()), ex);
			}
		}
	}

	private void add(Script script, ScriptProblem problem) {
		String line = (problem.line() > 0) ? ":" + problem.line() : "";
		add(Kind.REFUSED_SCRIPT, List.of(script.revision().id()), problem.script() + line + ": " + problem.what(),
				problem.remedy());
	}

	/**
	 * Finds indexes that the server does not use, no matter who has left them.
	 */
	private void indexes(InterruptedStatements leftovers) {
		List<InvalidIndex> invalid = leftovers.invalid();
		invalid.forEach((index) -> this.invalid.add(ObjectName.of(index.name())));
		if (!invalid.isEmpty()) {
			add(Kind.INVALID_INDEX, List.of(),
					"The database has INVALID indexes, left by interrupted statements: %s. %s"
						.formatted(InvalidIndex.names(invalid), InvalidIndex.effects(invalid)),
					InvalidIndex.replacing(invalid));
		}
		List<String> unattached = leftovers.unattached();
		if (!unattached.isEmpty()) {
			add(Kind.INVALID_INDEX, List.of(),
					"Indexes of partitioned tables are INVALID until each partition has one that is attached to them: %s."
						.formatted(String.join(", ", unattached)),
					"Build an index on each partition, and attach it: ALTER INDEX %s ATTACH PARTITION <index of the partition>;"
						.formatted(unattached.get(0)));
		}
	}

	/**
	 * Checks whether the applied revisions are known.
	 */
	private boolean known(DatabaseState state, RevisionScripts scripts) {
		List<String> unknown = AppliedScriptCheck.unknown(state, scripts);
		if (!unknown.isEmpty()) {
			add(Kind.UNKNOWN_REVISION, unknown, new UnknownVersionRowException(unknown, state, scripts));
		}
		return unknown.isEmpty();
	}

	/**
	 * Checks the state of the scripts in the database.
	 */
	private void database(DatabaseState state, RevisionScripts scripts) {
		pending(state, scripts);
		List<ChangedScript> changed = AppliedScriptCheck.changed(state, scripts);
		if (!changed.isEmpty()) {
			ChangedScriptException problem = new ChangedScriptException(changed);
			add(Kind.CHANGED_SCRIPT, problem.revisions(), problem);
		}
	}

	private void halfWay(DatabaseState state, RevisionGraph graph) {
		for (HalfWay halfWay : state.halfWay(graph)) {
			add(Kind.HALF_DONE, List.of(halfWay.revision()),
					"Revision %s is half-way: %s.%s".formatted(halfWay.revision(), halfWay.describe(),
							(halfWay.error() != null) ? "\n" + halfWay.error() : ""),
					halfWay.remedy());
		}
	}

	/**
	 * Finds what is refused in pending scripts. Scripts that have run could not be
	 * changed.
	 */
	private void pending(DatabaseState state, RevisionScripts scripts) {
		Set<String> applied = scripts.graph().applied(state.rows());
		for (Script script : scripts.scripts().values()) {
			String id = script.revision().id();
			if (!applied.contains(id)) {
				pending(script, state.lastEntries().get(id));
			}
		}
	}

	private void pending(Script script, @Nullable LastEntry entry) {
		try {
			UnnamedBuilds.in(script, Direction.UPGRADE, entry).forEach((problem) -> add(script, problem));
		}
		catch (MigratorException ex) {
			// The script that cannot be read has been reported already.
		}
	}

	private void add(Kind kind, List<String> revisions, MigratorException problem) {
		add(kind, revisions, problem.description(), problem.action());
	}

	private void add(Kind kind, List<String> revisions, String description, String action) {
		this.findings.add(new Finding(kind, revisions, Printable.text(description), Printable.text(action)));
	}

}
