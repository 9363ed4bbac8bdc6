package dev.migrator.internal.autoconfigure.aot;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.migrator.internal.cli.Commands;
import dev.migrator.internal.cli.application.JvmProcess;
import dev.migrator.internal.cli.option.GlobalOptions;
import dev.migrator.internal.cli.option.Invocation;
import dev.migrator.internal.cli.output.Screen;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The reflection of the command line. Picocli reads the annotations of commands and
 * options by reflection, and sets their fields. The classes are those of the command line
 * itself, so that a new command is not forgotten.
 */
final class CommandHints {

	private static final MemberCategory[] MEMBERS = { MemberCategory.ACCESS_DECLARED_FIELDS,
			MemberCategory.ACCESS_PUBLIC_FIELDS, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
			MemberCategory.INVOKE_DECLARED_METHODS };

	/**
	 * What picocli looks for each time that a command line is made: Groovy, and the types
	 * that it can convert to. It finds the methods of {@code Path} by reflection too.
	 */
	private static final List<String> BUILT_IN = List.of("groovy.lang.Closure", "java.lang.Object",
			"java.nio.file.Path", "java.nio.file.Paths", "java.sql.Connection", "java.sql.Driver",
			"java.sql.DriverManager", "java.sql.Time", "java.sql.Timestamp", "java.time.Duration", "java.time.Instant",
			"java.time.LocalDate", "java.time.LocalDateTime", "java.time.LocalTime", "java.time.MonthDay",
			"java.time.OffsetDateTime", "java.time.OffsetTime", "java.time.Period", "java.time.Year",
			"java.time.YearMonth", "java.time.ZonedDateTime", "java.time.ZoneId", "java.time.ZoneOffset");

	private CommandHints() {
	}

	static void register(RuntimeHints hints) {
		types().forEach((type) -> hints.reflection().registerType(type, MEMBERS));
		BUILT_IN.forEach((type) -> hints.reflection().registerType(TypeReference.of(type), MEMBERS));
		hints.reflection()
			.registerType(System.class, (type) -> type.withMethod("console", List.of(), ExecutableMode.INVOKE));
	}

	/**
	 * Returns the commands, mixins, groups of options, types of options and converters.
	 */
	private static Set<Class<?>> types() {
		GlobalOptions options = new GlobalOptions();
		Set<Class<?>> types = new LinkedHashSet<>();
		collect(Commands.of(options, new Invocation(options, new Screen(new JvmProcess())), List.of()), types);
		return types;
	}

	private static void collect(CommandLine line, Set<Class<?>> types) {
		collect(line.getCommandSpec(), types);
		line.getSubcommands().values().forEach((command) -> collect(command, types));
	}

	private static void collect(CommandSpec spec, Set<Class<?>> types) {
		addAll(spec.userObject(), types);
		spec.mixins().values().forEach((mixin) -> collect(mixin, types));
		spec.argGroups().forEach((group) -> collect(group, types));
		spec.args().forEach((argument) -> collect(argument, types));
	}

	private static void collect(ArgGroupSpec group, Set<Class<?>> types) {
		types.add(group.typeInfo().getType());
		group.subgroups().forEach((inner) -> collect(inner, types));
	}

	private static void collect(ArgSpec argument, Set<Class<?>> types) {
		types.add(argument.typeInfo().getType());
		for (Class<?> auxiliary : argument.auxiliaryTypes()) {
			types.add(auxiliary);
		}
		for (Object converter : argument.converters()) {
			addAll(converter, types);
		}
	}

	/**
	 * Adds the class of an object with its superclasses, whose fields picocli reads too.
	 */
	private static void addAll(@Nullable Object object, Set<Class<?>> types) {
		Class<?> type = (object != null) ? object.getClass() : null;
		while (type != null && type != Object.class && !type.isHidden()) {
			types.add(type);
			type = type.getSuperclass();
		}
	}

}
