package dev.migrator.internal.autoconfigure.url;

import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.address.DatabaseUrl;
import dev.migrator.internal.dialect.address.InvalidDatabaseUrlException;
import dev.migrator.internal.dialect.address.MistakenUrlException;
import dev.migrator.internal.dialect.address.UrlMistake;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Shows the JDBC form of a URL that the driver does not accept. Spring Boot only reports
 * that it has to start with "jdbc", or that there is no driver for it; pools and drivers
 * quote it. This analyzer is asked before all others, because the migrator's own refusal
 * does not know the name of the setting.
 */
public class JdbcUrlFailureAnalyzer implements FailureAnalyzer, Ordered {

	private static final String NOT_JDBC = "must start with \"jdbc\"";

	private static final String NO_DRIVER = "Failed to determine a suitable driver class";

	/** The message of Hibernate, which does not report why it got no connection. */
	private static final String NO_DIALECT = "Unable to determine Dialect without JDBC metadata";

	private final @Nullable ConfigurableEnvironment environment;

	JdbcUrlFailureAnalyzer(@Nullable Environment environment) {
		this.environment = (environment instanceof ConfigurableEnvironment configurable) ? configurable : null;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		if (this.environment == null) {
			return null;
		}
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			FailureAnalysis analysis = analyze(cause, this.environment);
			if (analysis != null) {
				return analysis;
			}
		}
		return null;
	}

	private static @Nullable FailureAnalysis analyze(Throwable cause, ConfigurableEnvironment environment) {
		if (cause instanceof IllegalArgumentException && said(cause).endsWith(NOT_JDBC)) {
			return notJdbc(cause, environment).orElse(null);
		}
		Stream<UrlSetting> settings;
		if (said(cause).startsWith(NO_DRIVER)) {
			settings = mistaken(environment).filter((setting) -> setting.has(UrlMistake.OTHER_PREFIX));
		}
		else if (said(cause).startsWith(NO_DIALECT)) {
			settings = UrlSetting.ofDataSource(environment).filter((setting) -> setting.mistake().isPresent()).stream();
		}
		else {
			settings = mistaken(environment).filter((setting) -> isAbout(cause, setting));
		}
		return settings.findFirst().map((setting) -> mistaken(setting, cause, environment)).orElse(null);
	}

	/**
	 * Finds the setting, which Spring Boot does not name. A setting of Spring Boot that
	 * is not for JDBC is the one; other settings are only reported if they have a known
	 * mistake, because they may not be for a DataSource.
	 */
	private static Optional<FailureAnalysis> notJdbc(Throwable cause, ConfigurableEnvironment environment) {
		Optional<UrlSetting> ofSpringBoot = UrlSetting.in(environment)
			.stream()
			.filter((setting) -> setting.isOfSpringBoot() && !setting.value().startsWith("jdbc"))
			.findFirst();
		if (ofSpringBoot.isPresent() && ofSpringBoot.get().mistake().isEmpty()) {
			return notSet(ofSpringBoot.get(), cause);
		}
		return mistaken(environment).filter((setting) -> setting.has(UrlMistake.FORM_OF_HOSTS))
			.findFirst()
			.map((setting) -> mistaken(setting, cause, environment));
	}

	private static Stream<UrlSetting> mistaken(ConfigurableEnvironment environment) {
		return UrlSetting.in(environment).stream().filter((setting) -> setting.mistake().isPresent());
	}

	private static boolean isAbout(Throwable cause, UrlSetting setting) {
		if (cause instanceof MistakenUrlException mistaken) {
			return mistaken.isAbout(setting.value());
		}
		// The driver reads a login as a part of the name.
		String host = said(cause).replaceFirst(": .*", "");
		return said(cause).contains(setting.value())
				|| (cause instanceof UnknownHostException && host.contains("@") && setting.value().contains(host));
	}

	private static String said(Throwable cause) {
		return Objects.requireNonNullElse(cause.getMessage(), "");
	}

	/**
	 * Reports a reference that cannot be resolved. Spring Boot uses it as it is written.
	 */
	private static Optional<FailureAnalysis> notSet(UrlSetting setting, Throwable cause) {
		return UrlReference.in(setting.value())
			.map((reference) -> new FailureAnalysis(
					setting.name() + " is ${" + reference.name() + "}, and " + reference.variable() + " is not set.",
					"Set it, or write a default after a colon: " + setting.name() + "=${" + reference.name()
							+ ":jdbc:postgresql://<host>:<port>/<database>}",
					cause));
	}

	private static FailureAnalysis mistaken(UrlSetting setting, Throwable cause, Environment environment) {
		UrlMistake mistake = setting.mistake().orElseThrow();
		try {
			DatabaseUrl meant = mistake.corrected(setting.name(), setting.value());
			String lines = meant.properties(setting.prefix(), setting.lastPart(), setting.user());
			return new FailureAnalysis(mistake.of(setting.name()),
					"Write it as:\n\n" + lines + "\n" + read(setting, mistake, environment), cause);
		}
		catch (InvalidDatabaseUrlException ex) {
			return new FailureAnalysis(ex.description(), ex.action(), ex);
		}
	}

	/**
	 * Returns the other solution, if there is one: beside a property of a pool no
	 * property for the user would be found.
	 */
	private static String read(UrlSetting setting, UrlMistake mistake, Environment environment) {
		if (mistake == UrlMistake.OTHER_PREFIX || !setting.lastPart().equals("url")) {
			return "";
		}
		return "\nOr let the migrator read it from an environment variable, including user and password:\n\n    "
				+ setting.name() + "=${" + UrlReference.JDBC + variable(setting, environment) + "}";
	}

	/**
	 * Returns the variable that has the address, or the usual one if the address itself
	 * was written.
	 */
	private static String variable(UrlSetting setting, Environment environment) {
		return UrlReference.in(setting.written().replaceFirst("^jdbc:", ""))
			.map(UrlReference::variable)
			.filter((name) -> UrlMistake.in(environment.getProperty(name, "")).isPresent())
			.orElse("DATABASE_URL");
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
