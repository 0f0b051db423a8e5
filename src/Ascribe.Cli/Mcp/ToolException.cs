namespace Ascribe.Cli.Mcp;

/// <summary>A call of a tool that cannot be answered; its message is a sentence for whoever called.</summary>
internal sealed class ToolException(string message) : Exception(message);
