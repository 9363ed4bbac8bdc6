package dev.migrator.internal.autoconfigure.revision;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.migrator.script.RevisionScript;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Registers the classes with {@link RevisionScript @RevisionScript} as lazy beans.
 * Component scanning would not find them in a test slice, and would create them even if
 * they are not in a plan.
 */
public class JavaRevisionRegistrar implements ImportBeanDefinitionRegistrar {

	/** Marks the definitions that were registered here. */
	static final String ATTRIBUTE = JavaRevisionRegistrar.class.getName();

	private final BeanFactory beanFactory;

	private final Environment environment;

	private final ResourceLoader resourceLoader;

	JavaRevisionRegistrar(BeanFactory beanFactory, Environment environment, ResourceLoader resourceLoader) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.resourceLoader = resourceLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false,
				this.environment);
		scanner.setResourceLoader(this.resourceLoader);
		scanner.addIncludeFilter(new AnnotationTypeFilter(RevisionScript.class));
		Set<String> registered = typeNames(registry);
		for (String basePackage : packages()) {
			for (BeanDefinition candidate : scanner.findCandidateComponents(basePackage)) {
				if (registered.add(Objects.requireNonNull(candidate.getBeanClassName()))) {
					register(candidate, registry);
				}
			}
		}
	}

	private List<String> packages() {
		List<String> configured = Binder.get(this.environment)
			.bind("migrator.packages", Bindable.listOf(String.class))
			.orElse(List.of());
		if (!configured.isEmpty()) {
			return configured;
		}
		return AutoConfigurationPackages.has(this.beanFactory) ? AutoConfigurationPackages.get(this.beanFactory)
				: List.of();
	}

	private static void register(BeanDefinition candidate, BeanDefinitionRegistry registry) {
		if (candidate instanceof AbstractBeanDefinition definition) {
			definition.setLazyInit(true);
			definition.setAttribute(ATTRIBUTE, true);
			registry.registerBeanDefinition(Objects.requireNonNull(candidate.getBeanClassName()), definition);
		}
	}

	private static Set<String> typeNames(BeanDefinitionRegistry registry) {
		Set<String> names = new HashSet<>();
		for (String name : registry.getBeanDefinitionNames()) {
			String typeName = typeName(registry.getBeanDefinition(name));
			if (typeName != null) {
				names.add(typeName);
			}
		}
		return names;
	}

	private static @Nullable String typeName(BeanDefinition definition) {
		MethodMetadata method = (definition instanceof AnnotatedBeanDefinition annotated)
				? annotated.getFactoryMethodMetadata() : null;
		return (method != null) ? method.getReturnTypeName() : definition.getBeanClassName();
	}

}
