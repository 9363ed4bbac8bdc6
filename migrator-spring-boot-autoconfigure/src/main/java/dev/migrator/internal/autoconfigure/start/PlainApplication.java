package dev.migrator.internal.autoconfigure.start;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.migrator.Migrator;
import dev.migrator.autogenerate.ChangeCustomizer;
import dev.migrator.execution.StepListener;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * Finds out whether the migrator of an application is the one that its environment alone
 * configures.
 * <p>
 * It is not if code of the application, or of a library, could change it, its DataSource
 * or the configuration of both. Definitions are looked at, and no bean is created.
 */
final class PlainApplication {

	/** Names that Spring reserves for beans which it registers itself. */
	private static final Pattern RESERVED = Pattern.compile("org\\.springframework\\.[a-z.]+\\.internal\\w+");

	/**
	 * Types of beans with which code of the application changes other beans, or how
	 * properties are bound to them.
	 */
	private static final List<Class<?>> CHANGING = List.of(BeanPostProcessor.class, BeanFactoryPostProcessor.class,
			Advisor.class, ConfigurationPropertiesBindHandlerAdvisor.class, StepListener.class, ChangeCustomizer.class,
			Migrator.class);

	private final SpringApplication application;

	private final AbstractApplicationContext context;

	private final ConfigurableListableBeanFactory beans;

	private PlainApplication(SpringApplication application, AbstractApplicationContext context) {
		this.application = application;
		this.context = context;
		this.beans = context.getBeanFactory();
	}

	/**
	 * Finds what the environment alone does not say.
	 * @param application the application
	 * @param context its context, refreshed
	 * @param customizer the type of the beans that change the migrator
	 * @return what may make a difference, or {@code null} if nothing does
	 */
	static @Nullable String difference(SpringApplication application, ConfigurableApplicationContext context,
			Class<?> customizer) {
		return (context instanceof AbstractApplicationContext refreshed)
				? new PlainApplication(application, refreshed).difference(customizer) : "It has another context.";
	}

	private @Nullable String difference(Class<?> customizer) {
		if (this.context.getParent() != null || this.application.getResourceLoader() != null) {
			return "It has a parent context or a ResourceLoader.";
		}
		if (this.beans.getBeanNamesForType(Migrator.class, true, false).length != 1) {
			return "It does not have one Migrator.";
		}
		return Stream.of(processors(), changing(), converters(), named(customizer), aspects())
			.flatMap((found) -> found)
			.findFirst()
			.map((found) -> "It has " + found + ".")
			.orElse(null);
	}

	private Stream<String> processors() {
		return Stream
			.concat(this.application.getInitializers().stream(), this.context.getBeanFactoryPostProcessors().stream())
			.filter((processor) -> !KnownClass.is(processor.getClass()))
			.map((processor) -> processor.getClass().getName());
	}

	private Stream<String> changing() {
		return CHANGING.stream().flatMap(this::named).filter((bean) -> !isKnown(bean));
	}

	private Stream<String> named(Class<?> type) {
		return Stream.of(this.beans.getBeanNamesForType(type, true, false));
	}

	private Stream<String> converters() {
		return Stream.concat(Stream.of(this.beans.getBeanNamesForAnnotation(ConfigurationPropertiesBinding.class)),
				Stream.of(ConfigurableApplicationContext.CONVERSION_SERVICE_BEAN_NAME).filter(this.beans::containsBean))
			.filter((bean) -> !isKnown(bean));
	}

	private Stream<String> aspects() {
		String aspect = "org.aspectj.lang.annotation.Aspect";
		ClassLoader loader = this.beans.getBeanClassLoader();
		return ClassUtils.isPresent(aspect, loader)
				? Stream.of(this.beans.getBeanNamesForAnnotation(annotation(aspect, loader))) : Stream.empty();
	}

	private static Class<? extends Annotation> annotation(String name, @Nullable ClassLoader loader) {
		return ClassUtils.resolveClassName(name, loader).asSubclass(Annotation.class);
	}

	/**
	 * Returns whether Spring or the migrator declared a bean. A class of theirs is not
	 * enough: an application may give it values, as it does with a
	 * {@code PropertyOverrideConfigurer}.
	 */
	private boolean isKnown(String bean) {
		if (!this.beans.containsBeanDefinition(bean)) {
			return KnownClass.is(Objects.requireNonNull(this.beans.getSingleton(bean), bean).getClass());
		}
		BeanDefinition definition = this.beans.getMergedBeanDefinition(bean);
		String factory = definition.getFactoryBeanName();
		if (factory != null) {
			return isKnown(factory);
		}
		String type = definition.getBeanClassName();
		return type != null && KnownClass.is(ClassUtils.resolveClassName(type, this.beans.getBeanClassLoader()))
				&& (!hasValues(definition) || RESERVED.matcher(bean).matches());
	}

	private static boolean hasValues(BeanDefinition definition) {
		return definition.hasPropertyValues() || definition.hasConstructorArgumentValues()
				|| (definition instanceof AbstractBeanDefinition made && made.getInstanceSupplier() != null);
	}

}
